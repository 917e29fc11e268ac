s = "ab"
# ruleid: ruby-calls-any
f()
# ruleid: ruby-calls-any
f(1)
# ruleid: ruby-calls-any
f 1
# ruleid: ruby-calls-obj
o.m(1)
# ok: ruby-calls-any, ruby-calls-obj, ruby-calls-str, ruby-calls-kw, ruby-calls-interp, ruby-calls-blk, ruby-calls-sym, ruby-calls-hash
o.m
# ruleid: ruby-calls-str
g("ab")
# ruleid: ruby-calls-str
g 'ab'
# ruleid: ruby-calls-str
g(s)
# ruleid: ruby-calls-interp
g("a#{x}")
# ruleid: ruby-calls-any, ruby-calls-kw
f(a: 1)
# ruleid: ruby-calls-any, ruby-calls-kw
f(b: 2, a: 1)
# ruleid: ruby-calls-blk
l.each do |i|
  # ruleid: ruby-calls-any
  f(i)
end
# ruleid: ruby-calls-any, ruby-calls-blk
l.each { |i| f(i) }
# ruleid: ruby-calls-sym
g(:a)
# ruleid: ruby-calls-hash
x = {a: 1}
# ruleid: ruby-calls-hash
x = {b: 2, a: 1}
