"""Every fault and column has words, and they are those of people who sell and serve."""

from makegood.orders import wording
from makegood.orders.sale import Fault


def test_faults_and_columns_are_told_as_a_shop_would():
    assert wording.of(Fault("quantity", "no-quantity", "two")) == (
        "“two” is not a quantity. Write a whole number, 1 or more."
    )
    assert (
        wording.of(Fault("returned", "more-than-bought", "KETTLE: 3")) == "More came back than was bought: KETTLE: 3."
    )
    assert (str(wording.COLUMNS["quantity"]), str(wording.COLUMNS["price"])) == ("Quantity", "Unit price")
