"""The parts of a case page, each a noun, written as HTML. A template would take three times as long for each."""
