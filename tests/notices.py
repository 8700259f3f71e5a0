"""Official notices in PDF, for tests."""

import io

from fpdf import FPDF


def notice(text, *, password=None):
    """Return a PDF of one page with this text; with a password it is encrypted; without text it has a line."""
    page = FPDF()
    page.add_page()
    page.set_font("Helvetica", size=12)
    if text:
        page.multi_cell(0, 8, text)
    else:
        page.line(10, 10, 50, 50)
    if password:
        page.set_encryption(owner_password=password, user_password=password)
    written = io.BytesIO()
    page.output(written)
    return written.getvalue()
