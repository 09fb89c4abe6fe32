"""One entry of a list in content/ becomes a value of the library, checked where it stands: its fields in, the value out."""
