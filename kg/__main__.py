"""``python -m kg`` is ``kg``."""

import sys

from kg.cli.main import main

sys.exit(main())
