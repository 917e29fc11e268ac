# ruleid: ruby-symbols-and-texts-content
foo("a")
# ruleid: ruby-symbols-and-texts-content
foo("a #{x} b")
# ok: ruby-symbols-and-texts-content
foo(:a)
