"""What each package of Python answers: a function an answer, as its users would write it; the page shows these lines."""

import json
import sys
from datetime import date
from decimal import Decimal


def rate__uncertainties():
    from uncertainties import ufloat

    return ufloat(42.64, 0.005) / ufloat(5.83, 0.005)


def rate__uncertainties_uniform():
    from uncertainties import ufloat

    sigma = 0.005 / 3**0.5
    return ufloat(42.64, sigma) / ufloat(5.83, sigma)


def rate__pint():
    from pint import UnitRegistry

    units = UnitRegistry()
    units.define("yuan = [currency_cny]")
    units.define("dollar = [currency_usd]")
    amount = (42.64 * units.yuan).plus_minus(0.005)
    dollars = (5.83 * units.dollar).plus_minus(0.005)
    return (amount / dollars).magnitude


def rate__mpmath_interval():
    from mpmath import iv

    found = iv.mpf(["42.635", "42.645"]) / iv.mpf(["5.825", "5.835"])
    return [found.a, found.b]


def base__uncertainties():
    from uncertainties import ufloat

    return ufloat(42.64e9, 0.005e9) / (1 + ufloat(0.823, 0.0005))


def base__mpmath_interval():
    from mpmath import iv

    found = iv.mpf(["42.635e9", "42.645e9"]) / (1 + iv.mpf(["0.8225", "0.8235"]))
    return [found.a, found.b]


def growth__uncertainties():
    from uncertainties import ufloat

    before, after = ufloat(18.656, 0.0005), ufloat(21.18, 0.005)
    return (after - before) / before


def growth__mpmath_interval():
    from mpmath import iv

    before, after = iv.mpf(["18.6555", "18.6565"]), iv.mpf(["21.175", "21.185"])
    found = (after - before) / before
    return [found.a, found.b]


def convention__currencyconverter():
    from currency_converter import CurrencyConverter

    found = CurrencyConverter().convert(42.64e9, "CNY", "USD", date=date(2023, 10, 23))
    return f"at the ECB's rate of the day: {found / 1e9:.4f}bn dollars"


def convention__forex_python():
    from forex_python.converter import CurrencyRates

    try:
        return str(CurrencyRates().get_rate("USD", "CNY", date(2023, 10, 23)))
    except Exception as error:
        return f"{type(error).__name__}: asks a server for each rate"


def text__quantulum3(text):
    from quantulum3 import parser

    return "; ".join(f"{one.value:g} {one.unit.name}" for one in parser.parse(text))


def cents__decimal_default_context(rows):
    return [str((Decimal(yuan) / Decimal(rate)).quantize(Decimal("0.01"))) for yuan, rate in rows]


def cents__float_and_round(rows):
    return [f"{round(float(yuan) / float(rate), 2):.2f}" for yuan, rate in rows]


def told(found):
    """An answer as the page keeps it."""
    if isinstance(found, (str, list)) and not (isinstance(found, list) and len(found) == 2):
        return found
    if isinstance(found, list):
        lower, upper = (Decimal(float(one)) for one in found)
        return {"value": str((lower + upper) / 2), "lower": str(lower), "upper": str(upper)}
    if hasattr(found, "nominal_value"):
        value, sigma = (Decimal(one) for one in (found.nominal_value, found.std_dev))
        return {"value": str(value), "lower": str(value - sigma), "upper": str(value + sigma)}
    return {"value": repr(found)}


if __name__ == "__main__":
    given = json.load(sys.stdin)
    answers = {}
    for name, ask in list(globals().items()):
        question, parts, who = name.partition("__")
        if not parts or not callable(ask) or not question:
            continue
        found = ask(given[question]) if question in given else ask()
        answers[f"{question} {who}"] = told(found)
    print(json.dumps(answers))
