"""AWS Signature Version 4 for a request without a query, as every S3-compatible storage understands it.

Source: https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html, which also gives the example in
the tests.
"""

import dataclasses
import datetime as dt
import hashlib
import hmac


@dataclasses.dataclass(frozen=True)
class Keys:
    """Who we are to the storage, and in which region it is."""

    key: str
    secret: str = dataclasses.field(repr=False)
    region: str = "us-east-1"


def signed(method: str, path: str, headers: dict[str, str], *, keys: Keys, at: dt.datetime) -> dict[str, str]:
    """The headers of a request with its time and signature. `path` is encoded already; among the headers, all in small
    letters, are `host` and `x-amz-content-sha256`, the body's digest."""
    moment = at.astimezone(dt.UTC).strftime("%Y%m%dT%H%M%SZ")
    headers = headers | {"x-amz-date": moment}
    names = sorted(headers)
    lines = [f"{name}:{headers[name]}" for name in names]
    request = "\n".join([method, path, "", *lines, "", ";".join(names), headers["x-amz-content-sha256"]])
    scope = f"{moment[:8]}/{keys.region}/s3/aws4_request"
    told = "\n".join(["AWS4-HMAC-SHA256", moment, scope, hashlib.sha256(request.encode()).hexdigest()])
    key = f"AWS4{keys.secret}".encode()
    for part in scope.split("/"):
        key = hmac.digest(key, part.encode(), hashlib.sha256)
    proof = hmac.new(key, told.encode(), hashlib.sha256).hexdigest()
    by = f"AWS4-HMAC-SHA256 Credential={keys.key}/{scope},SignedHeaders={';'.join(names)},Signature={proof}"
    return headers | {"authorization": by}
