"""What rulebook files may say, as pydantic models. Only the compiler imports them: they cost more than a whole advice."""
