# ruleid: python-parts-of-texts-any, python-parts-of-texts-argument
foo("a")
# ruleid: python-parts-of-texts-any, python-parts-of-texts-argument
foo(f"a {x}")
# ok: python-parts-of-texts-any, python-parts-of-texts-argument
foo(f"{x}")
# ok: python-parts-of-texts-any, python-parts-of-texts-argument
foo(x)
