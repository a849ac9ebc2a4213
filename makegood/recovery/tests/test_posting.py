"""What we send goes where a person meant it to go, and nowhere else."""

import contextlib
import datetime as dt
import http.server
import socket
import ssl
import threading
import time

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from makegood.recovery import posting

DAY = dt.timedelta(days=1)


@pytest.mark.parametrize(
    "url",
    [
        "http://pay.example/",
        "ftp://pay.example/",
        "file:///etc/passwd",
        "https://",
        "https://user:password@pay.example/",
        "https://pay.example:99999/",
        "https://pay.example:0/",
        "https://pay.example/a b",
        "https://pay.example/\r\nHost: elsewhere",
        "https://[::1",
        "https://пай.example/",
        "http://127.0.0.1.pay.example/",
        "",
    ],
)
def test_what_is_no_address_of_a_payment_system_is_refused_as_it_is_entered(url):
    with pytest.raises(posting.NotThere):
        posting.allowed(url)


@pytest.mark.parametrize("url", ["https://pay.example/refunds?shop=1", "https://10.0.0.7:8443/", "http://127.0.0.1:9/"])
def test_what_may_be_one_is_taken(url):
    assert posting.allowed(url).hostname


@pytest.mark.parametrize(
    "host",
    [
        "169.254.169.254",
        "[fe80::1]",
        "0.0.0.0",
        "[::]",
        "224.0.0.1",
        "[::ffff:169.254.169.254]",
        "240.0.0.1",
        "127.0.0.2",
        "[::ffff:127.0.0.1]",
        "2130706433",
    ],
)
def test_the_networks_own_machinery_and_this_machine_by_another_name_are_never_asked(host):
    with pytest.raises(posting.NotThere):
        posting.post(f"https://{host}/latest/meta-data", b"{}", {})


class Slow(http.server.BaseHTTPRequestHandler):
    """A server that answers a byte at a time, for a second."""

    protocol_version = "HTTP/1.1"

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        answer = b"HTTP/1.1 200 OK\r\nContent-Length: 30\r\n\r\n" + b"x" * 30
        quick, slow = (len(answer) - 30, 30) if self.path == "/body" else (10, len(answer) - 10)
        with contextlib.suppress(OSError):
            self.wfile.write(answer[:quick])
            for at in range(quick, quick + slow):
                time.sleep(1 / slow)
                self.wfile.write(answer[at : at + 1])

    def log_message(self, *args):
        pass


@pytest.fixture
def serve(tmp_path, monkeypatch):
    """The address of such a server, over TLS with a certificate that this machine believes, or plain."""
    with contextlib.ExitStack() as ends:

        def start(*, secure: bool, handler=Slow) -> str:
            server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
            server.daemon_threads = True
            if secure:
                known = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
                known.load_cert_chain(certificate(tmp_path))
                monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "pem"))
                server.socket = known.wrap_socket(server.socket, server_side=True)
            thread = threading.Thread(target=server.serve_forever, daemon=True)
            thread.start()
            ends.callback(lambda: (server.shutdown(), server.server_close(), thread.join()))
            return f"{'https' if secure else 'http'}://localhost:{server.server_port}"

        yield start


def certificate(folder):
    """A key and a certificate for localhost, of today."""
    key, name = (
        ec.generate_private_key(ec.SECP256R1()),
        x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")]),
    )
    now = dt.datetime.now(dt.UTC)
    made = x509.CertificateBuilder(name, name, key.public_key(), 1, now - DAY, now + DAY)
    made = made.add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
    made = made.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
    pem = made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
    pem += key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (folder / "pem").write_bytes(pem)
    return folder / "pem"


@pytest.mark.parametrize("secure", [False, True])
@pytest.mark.parametrize("slow", ["/head", "/body"])
def test_whoever_answers_a_byte_at_a_time_holds_us_no_longer_than_our_patience(serve, monkeypatch, secure, slow):
    address = serve(secure=secure) + slow
    assert posting.post(address, b"{}", {}).text == "x" * 30, "within our patience it is read"
    monkeypatch.setattr(posting, "PATIENCE", 0.3)
    with pytest.raises(TimeoutError):
        posting.post(address, b"{}", {})


def test_whoever_takes_no_handshake_holds_us_no_longer_either(monkeypatch):
    monkeypatch.setattr(posting, "PATIENCE", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as silent, pytest.raises(TimeoutError):
        posting.post(f"https://127.0.0.1:{silent.getsockname()[1]}/", b"{}", {})
