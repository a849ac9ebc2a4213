"""Where bytes are kept: a folder of the data directory, or a bucket of an object storage."""

from makegood.cases.keeping.bucket import Bucket
from makegood.cases.keeping.folder import Folder

__all__ = ["Bucket", "Folder"]
