# ruleid: ruby-statements-def
def a(x)
  # ruleid: ruby-statements-seq
  open_it()
  b()
  # ruleid: ruby-statements-ret
  close_it()
end
# ruleid: ruby-statements-cls
class A < Base
  # ruleid: ruby-statements-def
  def m(y)
    # ruleid: ruby-statements-ret
    return 1
  end
end
# ruleid: ruby-statements-if
if x
  f(1)
end
# ruleid: ruby-statements-if, ruby-statements-unless
unless x
  f(1)
end
# ruleid: ruby-statements-assign
z = 1
# ruleid: ruby-statements-begin
begin
  f(1)
rescue E
  g(1)
end
