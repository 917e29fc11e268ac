def page(cursor, key):
    # ok: python-braces-in-texts-some, python-braces-in-texts-only, python-braces-in-texts-last, python-braces-in-texts-first
    run(f"select")
    # ok: python-braces-in-texts-some, python-braces-in-texts-only, python-braces-in-texts-last, python-braces-in-texts-first
    run(f"")
    # ruleid: python-braces-in-texts-some, python-braces-in-texts-only, python-braces-in-texts-last, python-braces-in-texts-first
    run(f"{key}")
    # ruleid: python-braces-in-texts-some, python-braces-in-texts-last, python-braces-in-texts-first
    run(f"{key}{cursor}")
    # ruleid: python-braces-in-texts-some, python-braces-in-texts-last
    run(f"select {key}")
    # ruleid: python-braces-in-texts-some, python-braces-in-texts-last
    run(f"select {key} from {cursor}")
    # ok: python-braces-in-texts-some, python-braces-in-texts-only, python-braces-in-texts-last, python-braces-in-texts-first
    run("select {key}")
