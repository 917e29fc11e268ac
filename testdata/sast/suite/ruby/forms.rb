# ruleid: ruby-forms-call
foo
# ruleid: ruby-forms-call
foo(1)
# ruleid: ruby-forms-hash
Oj.load(a, :mode => :object)
# ruleid: ruby-forms-hash
Oj.load(a, mode: :object)
# ruleid: ruby-forms-atom
bar(:a)
# ok: ruby-forms-call, ruby-forms-hash, ruby-forms-atom, ruby-forms-shell, ruby-forms-rx
bar("a")
# ruleid: ruby-forms-shell
`ls #{a}`
# ok: ruby-forms-call, ruby-forms-hash, ruby-forms-atom, ruby-forms-shell, ruby-forms-rx
`ls`
# ruleid: ruby-forms-rx
x =~ /a#{b}c/
# ok: ruby-forms-call, ruby-forms-hash, ruby-forms-atom, ruby-forms-shell, ruby-forms-rx
x =~ /abc/
