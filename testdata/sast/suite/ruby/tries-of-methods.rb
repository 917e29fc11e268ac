def one
  # ok: ruby-tries-of-methods-ensure, ruby-tries-of-methods-rescue, ruby-tries-of-methods-named
  pull
rescue Broken => e
  stop
end
def two
  # ok: ruby-tries-of-methods-ensure, ruby-tries-of-methods-rescue, ruby-tries-of-methods-named
  pull
ensure
  stop
end
# ruleid: ruby-tries-of-methods-ensure
begin
  pull
ensure
  stop
end
# ruleid: ruby-tries-of-methods-rescue
begin
  pull
rescue
  nil
end
# ok: ruby-tries-of-methods-ensure, ruby-tries-of-methods-rescue, ruby-tries-of-methods-named
pull rescue nil
