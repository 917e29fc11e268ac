# ruleid: ruby-unless-and-when-unless, ruby-unless-and-when-unlesselse, ruby-unless-and-when-ifnot, ruby-unless-and-when-ifelse
foo unless ready
# ruleid: ruby-unless-and-when-unless, ruby-unless-and-when-unlesselse, ruby-unless-and-when-ifnot, ruby-unless-and-when-ifelse
unless ready
  foo
end
# ruleid: ruby-unless-and-when-unlesselse, ruby-unless-and-when-ifnot, ruby-unless-and-when-ifelse
unless ready
  foo
else
  bar
end
# ruleid: ruby-unless-and-when-ifnot
if !ready
  foo
end
# ruleid: ruby-unless-and-when-unlesselse, ruby-unless-and-when-ifnot, ruby-unless-and-when-ifelse
if !ready
  foo
else
  bar
end
# ruleid: ruby-unless-and-when-when, ruby-unless-and-when-whenany
case kind
when "a", "b"
  1
else
  2
end
# ruleid: ruby-unless-and-when-whenany
case kind
when "c"
  1
end
# ruleid: ruby-unless-and-when-brackets
call only: [:a, :b]
# ok: ruby-unless-and-when-unless, ruby-unless-and-when-unlesselse, ruby-unless-and-when-ifnot, ruby-unless-and-when-ifelse, ruby-unless-and-when-when, ruby-unless-and-when-whenany, ruby-unless-and-when-brackets, ruby-unless-and-when-text
call only: %i[a b]
# ruleid: ruby-unless-and-when-text
run(`tar #{name}`)
# ruleid: ruby-unless-and-when-text
run("tar #{name}")
