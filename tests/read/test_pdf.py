"""PDF files: text in its order, sentences over line and page ends, scans and locks."""

import io

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfgen.canvas import Canvas

from kg.errors import ReadError
from kg.read import pdf
from tests.read.conftest import shown

registerFont(UnicodeCIDFont("STSong-Light"))
TEXT = "晨帆科技在合肥高新区投产新能源汽车电机项目，总投资11亿元，达产后预计年产值20亿元。"


def made(*pages, **options) -> bytes:
    """A PDF with these lines on its pages, and their numbers."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, **options)
    for number, lines in enumerate(pages, 1):
        canvas.setFont("STSong-Light", 12)
        for row, line in enumerate(lines):
            canvas.drawString(72, 760 - 20 * row, line)
        canvas.drawString(290, 40, f"- {number} -")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def test_lines_and_pages_are_joined_to_sentences_and_page_numbers_left_out(file):
    paragraph = TEXT + "项目由集团与当地共同建设，一期用地120亩，二期明年动工。" * 4
    lines = [paragraph[i:i + 38] for i in range(0, len(paragraph), 38)]
    document = file(made(lines[:2], lines[2:]), "a.pdf")
    assert paragraph in shown(document)
    assert "- 1 -" not in document.text


@pytest.mark.parametrize("data, says", [(b"%PDF-1.4 broken", "no PDF that can be read"), (b"text", "no PDF that can be read"), (b"", "no PDF that can be read")])
def test_what_is_no_pdf_is_one_clear_line(data, says):
    with pytest.raises(ReadError, match=says) as caught:
        pdf.text(data, "a.pdf")
    assert str(caught.value).startswith("a.pdf: ") and "\n" not in str(caught.value)


def test_a_scan_says_what_to_do():
    with pytest.raises(ReadError, match="text recognition"):
        pdf.text(made([], [], []))


def test_a_scan_with_stamps_of_text_is_a_scan():
    with pytest.raises(ReadError, match="characters on 3 pages"):
        pdf.text(made(["第一页"], [], []))


def test_a_locked_file_is_said_to_be_locked():
    with pytest.raises(ReadError, match="locked with a password"):
        pdf.text(made([TEXT], encrypt=StandardEncryption("secret")))
