"""What we owe customers whom we disappointed."""

from makegood.recovery.models.remedy import BY_CODE, Remedy, RemedyState
from makegood.recovery.models.voucher import Voucher

__all__ = ["BY_CODE", "Remedy", "RemedyState", "Voucher"]
