# ruleid: ruby-singleton-methods
def a
 1
end
def self.b
 2
end
# ruleid: ruby-singleton-methods
def c() = 3
class << self
 # ruleid: ruby-singleton-methods
 def d
  1
 end
end
def X.e
 1
end
