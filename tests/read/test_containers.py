"""Files that hold several texts: JSON Lines, tables, archives; also those that would do harm."""

import csv
import io
import json
import tarfile
import zipfile

import pytest

from kg.errors import ReadError
from kg.read import Failure, Source, find, read
from tests.read.conftest import law

TEXT = "晨帆科技在合肥高新区投产新能源汽车电机项目，总投资11亿元。"


def sources(path):
    return [found for found in find([path]) if isinstance(found, Source)]


def failures(path):
    return [str(found.error) for found in find([path]) if isinstance(found, Failure)]


def rows(path, *rows):
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return path


def zipped(path, members):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


TAR = {"tar": "", "tar.gz": "gz", "tgz": "gz", "tar.xz": "xz"}


def add(archive, name, text):
    info = tarfile.TarInfo(name)
    data = text.encode()
    info.size = len(data)
    archive.addfile(info, io.BytesIO(data))


# --- rows


def test_json_lines_give_a_document_a_row_with_what_the_row_says_of_it(tmp_path):
    path = rows(tmp_path / "news.jsonl", {"id": "a1", "text": TEXT, "title": "投产", "date": "2023-05-06", "source": "某报", "url": "https://news.example/1"},
                {"content": "第二篇。" + TEXT})
    made = [read(source) for source in sources(path)]
    assert [d.identifier for d in made] == ["news.jsonl/a1", "news.jsonl/2"]
    assert (made[0].title, made[0].issued, made[0].source, made[0].publisher) == ("投产", "2023-05-06", "https://news.example/1", "某报")
    assert made[0].text == TEXT and made[1].text == "第二篇。" + TEXT
    for one in made:
        law(one)


def test_a_row_that_is_no_row_is_named_by_its_line_and_the_rest_is_read(tmp_path):
    path = tmp_path / "news.jsonl"
    good = json.dumps({"text": TEXT}, ensure_ascii=False)
    path.write_bytes("\n".join([good, "{broken", "[1]", '{"title": "x"}', '{"text": " "}', '{"text": "a", "date": "2023-13-40"}', good, ""]).encode())
    assert [source.identifier for source in sources(path)] == ["news.jsonl/1", "news.jsonl/7"]
    told = failures(path)
    for line, says in ((2, "not JSON"), (3, "not an object"), (4, "no column holds a text"), (5, "is empty"), (6, "for a date")):
        assert any(f"news.jsonl:{line}" in message and says in message for message in told), (line, told)
    assert all("\n" not in message for message in told)


def test_json_lines_are_listed_and_read_without_holding_the_texts(tmp_path):
    import tracemalloc

    path = tmp_path / "large.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for number in range(400):
            file.write(json.dumps({"id": number, "text": TEXT * 1000}, ensure_ascii=False) + "\n")
    size = path.stat().st_size
    tracemalloc.start()
    listed = sources(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(listed) == 400 and peak < size / 20
    assert read(listed[-1]).text == TEXT * 1000


def test_a_file_that_changes_between_listing_and_reading_is_an_error(tmp_path):
    path = rows(tmp_path / "news.jsonl", {"text": TEXT}, {"text": TEXT})
    listed = sources(path)
    path.write_text("{}\n")
    with pytest.raises(ReadError, match="changed while it was read"):
        read(listed[1])


def test_two_rows_of_one_id_are_told_apart(tmp_path):
    path = rows(tmp_path / "news.jsonl", {"id": "x", "text": TEXT}, {"id": "x", "text": TEXT})
    assert len(sources(path)) == 1 and "the id x was given before" in failures(path)[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_table_in_the_encodings_of_spreadsheets(tmp_path, encoding):
    path = tmp_path / "台账.csv"
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["标题", "日期", "正文", "来源"])
        writer.writerow(["投产", "2023年5月6日", f"{TEXT}\n第二段，“引号”与\"双引号\"。", "某报"])
    source, = sources(path)
    made = read(source)
    assert (made.title, made.issued, made.source) == ("投产", "2023-05-06", "某报")
    assert made.text.startswith(TEXT) and made.text.endswith('与"双引号"。')
    law(made)


@pytest.mark.parametrize("name, sign", [("rows.csv", ";"), ("rows.csv", "\t"), ("rows.tsv", "\t"), ("rows.csv", ",")])
def test_a_table_with_other_signs_between_its_columns(tmp_path, name, sign):
    path = tmp_path / name
    path.write_text(f"标题{sign}正文{sign}日期\n一{sign}甲公司，位于\"乙\"园；丙区{sign}2023-05-06\n".replace('"乙"', "乙"), encoding="utf-8-sig")
    for given in (path, tmp_path):
        [document] = [read(source) for source in find([given])]
        assert (document.title, document.text, document.issued) == ("一", "甲公司，位于乙园；丙区", "2023-05-06")


def test_a_long_cell_is_read(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(f"text\n{TEXT * 10_000}\n", "utf-8")
    assert len(read(sources(path)[0]).text) == len(TEXT) * 10_000


@pytest.mark.parametrize("content, says", [
    ('text\n"broken', "not CSV"), ('text\n"a"b"c"\n', "not CSV"), ("title,date\na,b\n", "no column holds a text; the columns are title, date"), ("", "is empty")])
def test_a_broken_table_is_one_clear_line(tmp_path, content, says):
    path = tmp_path / "a.csv"
    path.write_text(content, "utf-8")
    message, = failures(path)
    assert says in message and "a.csv" in message and "\n" not in message


def test_a_folder_passes_over_tables_that_hold_no_texts(tmp_path):
    (tmp_path / "names.csv").write_text("name,class\nx,Company\n")
    (tmp_path / "manifest.csv").write_text("file,title,text\na.txt,标题,正文\n", "utf-8")
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    rows(tmp_path / "b.jsonl", {"text": TEXT})
    assert [source.identifier for source in sources(tmp_path)] == ["a.txt", "b.jsonl/1"] and not failures(tmp_path)


# --- archives


def test_an_archive_gives_its_texts_with_all_kinds_of_file_in_it(tmp_path):
    members = {"news/一.txt": TEXT, "news/b.html": f"<html><body><p>{TEXT}</p></body></html>", "x.json": "{}", ".hidden.txt": TEXT, "__MACOSX/a.txt": TEXT}
    path = zipped(tmp_path / "a.zip", members)
    assert [source.identifier for source in sources(path)] == ["a.zip/news/b.html", "a.zip/news/一.txt"] or \
        sorted(source.identifier for source in sources(path)) == ["a.zip/news/b.html", "a.zip/news/一.txt"]
    for source in sources(path):
        made = read(source)
        assert TEXT in made.clean
        law(made)


def test_names_packed_on_a_chinese_windows_are_read(tmp_path):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(zipfile.ZipInfo("投产.txt".encode("gb18030").decode("cp437")), TEXT)
    data = path.read_bytes().replace("投产.txt".encode("gb18030").decode("cp437").encode(), "投产.txt".encode("gb18030"))
    with zipfile.ZipFile(path, "w") as archive:         # as such a packer writes it: raw bytes, no mark for UTF-8
        info = zipfile.ZipInfo("aaaaaaaa")
        info.filename = "xxxx.txt"
        archive.writestr(info, TEXT)
    data = path.read_bytes().replace(b"xxxx.txt", "投产.txt".encode("gb18030"))
    path.write_bytes(data)
    source, = sources(path)
    assert source.identifier == "a.zip/投产.txt" and read(source).text == TEXT


@pytest.mark.parametrize("ending", ["tar", "tar.gz", "tar.xz", "tgz"])
def test_tar_archives(tmp_path, ending):
    path = tmp_path / f"a.{ending}"
    with tarfile.open(path, f"w:{TAR[ending]}") as archive:
        for name in ("b.txt", "c/d.md"):
            add(archive, name, TEXT)
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    assert [(source.identifier, read(source).text) for source in sources(path)] == [(f"a.{ending}/b.txt", TEXT), (f"a.{ending}/c/d.md", TEXT)]


@pytest.mark.parametrize("ending", ["zip", "tar.gz"])
def test_sidecar_files_inside_an_archive_tell_of_its_members(tmp_path, ending):
    members = {"news/b.txt": TEXT, "news/manifest.csv": "file,title,issued\nb,投产,2023-05-06\nc.txt,丢了,2022\n", "d.txt": TEXT,
               "manifest.json": '[{"file": "d.txt", "source": "某报"}, {"file": "news/b.txt", "title": "远"}]'}
    path = tmp_path / f"a.{ending}"
    if ending == "zip":
        zipped(path, members)
    else:
        with tarfile.open(path, "w:gz") as archive:
            for name, text in members.items():
                add(archive, name, text)
    made = {source.identifier: read(source) for source in sources(path)}
    assert (made[f"a.{ending}/news/b.txt"].title, made[f"a.{ending}/news/b.txt"].issued) == ("投产", "2023-05-06")
    assert made[f"a.{ending}/d.txt"].source == "某报"
    message, = failures(path)
    assert f"a.{ending}#news/manifest.csv:3: the sidecar file tells of 'c.txt', which is not there" in message


@pytest.mark.parametrize("name", ["inner.zip", "inner.tar.gz", "rows.jsonl"])
def test_what_holds_texts_inside_an_archive_is_told_and_not_passed_over(tmp_path, name):
    path = zipped(tmp_path / "a.zip", {f"x/{name}": b"anything", "good.txt": TEXT, ".hidden.zip": b"anything", "table.csv": "甲,乙\n"})
    assert [source.identifier for source in sources(path)] == ["a.zip/good.txt"]
    message, = failures(path)
    assert f"a.zip#x/{name}" in message and "inside an archive are not read" in message


@pytest.mark.parametrize("name", ["../../evil.txt", "/etc/evil.txt", "a/../../evil.txt", "C:/evil.txt", "..\\evil.txt"])
def test_a_path_that_leads_out_of_the_archive_is_refused(tmp_path, name):
    path = zipped(tmp_path / "a.zip", {name: TEXT, "good.txt": TEXT})
    assert [source.identifier for source in sources(path)] == ["a.zip/good.txt"]
    message, = failures(path)
    assert "leads out of the archive" in message and list(tmp_path.iterdir()) == [path]


def test_a_member_that_fills_memory_is_refused(tmp_path, monkeypatch):
    for module in ("members", "zip_archive"):
        monkeypatch.setattr(f"kg.read.containers.{module}.LARGEST", 10_000)
    path = zipped(tmp_path / "a.zip", {"bomb.txt": "0" * 1_000_000, "good.txt": TEXT})
    assert [source.identifier for source in sources(path)] == ["a.zip/good.txt"]
    assert "has 1,000,000 bytes" in failures(path)[0]


@pytest.mark.parametrize("name", ["a.zip", "a.tar.gz", "a.tar"])
def test_a_damaged_archive_is_one_clear_line(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(b"PK\x03\x04 not an archive" * 20)
    message, = failures(path)
    assert "the archive is damaged" in message and "\n" not in message


def test_a_damaged_member_costs_only_itself(tmp_path):
    path = zipped(tmp_path / "a.zip", {"a.txt": TEXT * 50, "b.txt": TEXT})
    data = bytearray(path.read_bytes())
    data[60:70] = b"\xff" * 10
    path.write_bytes(bytes(data))
    listed = sources(path)
    with pytest.raises(ReadError, match="can't be unpacked"):
        read(listed[0])
    assert read(listed[1]).text == TEXT
