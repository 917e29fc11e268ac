# ok: ruby-rescue-class, ruby-rescue-name
begin
  a
rescue Foo => e
  b
end
# ruleid: ruby-rescue-class
begin
  a
rescue Foo
  b
end
# ok: ruby-rescue-class, ruby-rescue-name
begin
  a
rescue
  b
end
# ruleid: ruby-rescue-name
begin
  a
rescue => e
  b
end
