"""A local HTTP server that plays good and bad outlets, for tests of fetching and watching."""

import gzip
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PAGE = """<!doctype html><html lang="en"><head><title>{title}</title><script type="application/ld+json">
{{"@type": "NewsArticle", "headline": "{title}", "datePublished": "2016-06-05T18:30:00+05:00"}}</script></head>
<body><article><h1>{title}</h1><p>{body}</p><p>Police sealed off the area and were looking for two men who had fled
in a white car, an Interior Ministry spokesman said on Sunday evening.</p></article></body></html>"""


class Outlets:
    """pages: path → (status, headers, body bytes or a callable giving them), or a list of such, one an asking;
    asked: paths in order; posted: (headers, body) of what was posted."""

    def __init__(self):
        self.pages = {}
        self.posted = []
        self.asked = []
        outlets = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                outlets.asked.append(self.path)
                page = outlets.pages.get(self.path, (404, {}, b"no such page"))
                if isinstance(page, list):
                    page = page.pop(0) if len(page) > 1 else page[0]
                status, headers, body = page
                body = body(self) if callable(body) else body
                if headers.get("ETag") and self.headers.get("If-None-Match") == headers["ETag"]:
                    status, body = 304, b""
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                if body is not None and "Transfer-Encoding" not in headers:
                    self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                if body:
                    self.wfile.write(body)

            def do_POST(self):
                length = int(self.headers["Content-Length"])
                outlets.posted.append((dict(self.headers), self.rfile.read(length)))
                self.do_GET()

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    @property
    def root(self):
        return f"http://127.0.0.1:{self.server.server_port}"

    def put(self, path, body, *, status=200, kind="text/html; charset=utf-8", **headers):
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        content = body.encode() if isinstance(body, str) else body
        self.pages[path] = (status, {"Content-Type": kind, **named}, content)

    def article(self, path, title, body, **headers):
        self.put(path, PAGE.format(title=title, body=body), **headers)

    def feed(self, path, links, **headers):
        entries = "".join(
            f"<item><title>t</title><link>{self.root}{link}</link><pubDate>Sun, 05 Jun 2016 13:30:00 GMT</pubDate></item>"
            for link in links
        )
        rss = f'<?xml version="1.0"?><rss version="2.0"><channel><title>x</title>{entries}</channel></rss>'
        self.put(path, rss, kind="application/rss+xml", **headers)

    def bomb(self, path, size):
        self.pages[path] = (
            200,
            {"Content-Type": "text/html", "Content-Encoding": "gzip"},
            gzip.compress(b"a" * size),
        )

    def endless(self, path):
        def drip(handler):
            handler.send_response(200)
            handler.send_header("Content-Type", "text/html")
            handler.end_headers()
            try:
                for _ in range(2000):
                    handler.wfile.write(b"<p>more</p>" * 2000)
            except OSError:
                pass
            return b""

        self.pages[path] = (200, {}, drip)

    def slow(self, path, seconds):
        def wait(_handler):
            time.sleep(seconds)
            return b"late"

        self.pages[path] = (200, {"Content-Type": "text/html"}, wait)

    def close(self):
        self.server.shutdown()
        self.server.server_close()
