# ruleid: blocks
list.each do |v|
  sink(v)
end
# ok: blocks
list.each do |v|
  other(v)
end
