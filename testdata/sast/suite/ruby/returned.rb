# ruleid: ruby-returned
def a() 1 end
def b
  if x
    # ruleid: ruby-returned
    2
  else
    # ruleid: ruby-returned
    3
  end
end
def c
  begin
    4
  rescue E
    5
  ensure
    # ruleid: ruby-returned
    6
  end
end
def d
  # ruleid: ruby-returned
  x.map { |y| 7 }
end
def e
  case x
  # ruleid: ruby-returned
  when 1 then 8
  # ruleid: ruby-returned
  else 9
  end
end
# ruleid: ruby-returned
f = ->(x) { 10 }
def g
  # ruleid: ruby-returned
  foo
rescue
  # ruleid: ruby-returned
  11
end
