class Items
  def bad(name, kind)
    # ruleid: ruby-sql-built-from-text
    Item.where("name = '#{name}'")
    # ruleid: ruby-sql-built-from-text
    Item.find_by_sql("SELECT * FROM items WHERE kind = '#{kind}'")
    # ruleid: ruby-sql-built-from-text
    connection.execute("DELETE FROM items WHERE name = '#{name}'")
    # ruleid: ruby-sql-built-from-text
    Item.order(Arel.sql("FIELD(kind, #{kind})"))
  end

  def good(name, kind)
    # ok: ruby-sql-built-from-text
    Item.where("name = ?", name)
    # ok: ruby-sql-built-from-text
    Item.where("name = '#{TABLE}'")
    # ok: ruby-sql-built-from-text
    connection.execute("DELETE FROM items WHERE name = #{connection.quote(name)}")
    # ok: ruby-sql-built-from-text
    Item.where("#{table_name}.kind = 1")
  end
end
