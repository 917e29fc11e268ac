# ruleid: ruby-heredocs-text
execute(<<-SQL)
  select #{x}
SQL
# ruleid: ruby-heredocs-parts
execute("a #{x}")
# ruleid: ruby-heredocs-text
execute("a")
