class ItemsController < ApplicationController
  SORTS = { "name" => "items.name", "price" => "items.price" }.freeze

  def index
    # ruleid: ruby-sql-injection
    @items = Item.where("name = '#{params[:name]}'")
    # ruleid: ruby-sql-injection
    @items = Item.where("kind = '" + params[:kind] + "'").limit(10)
    # ruleid: ruby-sql-injection
    @items = Item.order(params[:sort])
    # ruleid: ruby-sql-injection
    @items = current_user.items.joins("LEFT JOIN tags ON tags.name = '%s'" % params[:tag])
    sql = +"SELECT * FROM items"
    sql << " WHERE owner = '#{cookies[:owner]}'" if cookies[:owner]
    # ruleid: ruby-sql-injection
    @items = Item.find_by_sql(sql)
    # ruleid: ruby-sql-injection
    ActiveRecord::Base.connection.execute("UPDATE items SET seen = 1 WHERE agent = '#{request.user_agent}'")
    # ruleid: ruby-sql-injection
    Item.where(["owner = '#{params[:owner]}' AND kind = ?", params[:kind]])
    # ruleid: ruby-sql-injection
    Item.find_by("email = '#{params[:email]}'")
    # ruleid: ruby-sql-injection
    Item.order(Arel.sql("FIELD(kind, #{params[:kinds]})"))
    # ruleid: ruby-sql-injection
    Item.find_by_sql(<<~SQL)
      SELECT * FROM items WHERE name = '#{params[:name]}'
    SQL
  end

  def show
    # ok: ruby-sql-injection
    @item = Item.find(params[:id])
    # ok: ruby-sql-injection
    @item = Item.where(name: params[:name]).first
    # ok: ruby-sql-injection
    @item = Item.where("name = ?", params[:name]).first
    # ok: ruby-sql-injection
    @item = Item.where("name = :name", name: params[:name]).first
    # ok: ruby-sql-injection
    @item = Item.where(["name = ?", params[:name]]).first
    # ok: ruby-sql-injection
    @item = Item.where(["name = ? AND kind = ?", params[:name], params[:kind]]).first
    # ok: ruby-sql-injection
    @items = Item.where("price < #{params[:price].to_i}")
    # ok: ruby-sql-injection
    @items = Item.order(SORTS.fetch(params[:sort], "items.name"))
    # ok: ruby-sql-injection
    @items = Item.where("name = #{Item.connection.quote(params[:name])}")
    direction = params[:dir] == "desc" ? "DESC" : "ASC"
    # ok: ruby-sql-injection
    @items = Item.order("name #{direction}")
    # ok: ruby-sql-injection
    names = params[:names].select { |name| name.size > 3 }
  end

  def sorted
    column = params[:sort]
    return head(:bad_request) unless %w[name price].include?(column)

    # ok: ruby-sql-injection
    @items = Item.order("#{column} DESC")
    group = params[:group]
    if group.present? && SORTS.include?(group)
      # ok: ruby-sql-injection
      @items = Item.group(group)
    end
  end

  def search
    render json: run("name LIKE '%#{params[:q]}%'")
  end

  private

  def run(condition)
    # ruleid: ruby-sql-injection
    Item.where(condition)
  end
end

class Store
  def drop(table)
    # ok: ruby-sql-injection
    @connection.execute("DROP TABLE #{table}")
  end

  def rows(params)
    # ok: ruby-sql-injection
    @db.execute("SELECT #{params[:columns]} FROM t")
  end
end

get "/items" do
  # ruleid: ruby-sql-injection
  db.execute("SELECT * FROM items WHERE name = '#{params['name']}'")
  # ok: ruby-sql-injection
  db.execute("SELECT * FROM items WHERE name = ?", params["name"])
end


class NotesController < ApplicationController
  before_action :find, only: :edit

  def create
    @name = params[:name]
    load_rows
    finish
  end

  # Another request has another controller.
  def show
    # ok: ruby-sql-injection
    @rows = ActiveRecord::Base.connection.execute("SELECT * FROM notes WHERE name = '#{@name}'")
  end

  def edit
    # ruleid: ruby-sql-injection
    @found = ActiveRecord::Base.connection.execute("SELECT * FROM notes WHERE id = '#{@key}'")
  end

  def find
    @key = params[:key]
  end

  private

  def load_rows
    # ruleid: ruby-sql-injection
    @rows = ActiveRecord::Base.connection.execute("SELECT * FROM notes WHERE name = '#{@name}'")
  end

  def finish
    store
  end

  def store
    # todoruleid: ruby-sql-injection
    ActiveRecord::Base.connection.execute("INSERT INTO log VALUES ('#{@name}')")
  end
end


class ItemsController < ApplicationController
  def index
    conditions = {}
    conditions[:name] = params[:name]
    # ok: ruby-sql-injection
    @items = Item.where(conditions).first
    # ok: ruby-sql-injection
    @items = Item.where(Item.arel_table[:name].matches("%#{params[:name]}%"))
    text = "name = '"
    text += params[:name] + "'"
    # ruleid: ruby-sql-injection
    @items = Item.where(text)
  end
end

def tagged
  # ok: ruby-sql-injection
  Tag.where(Tagging.table_name => { name: params[:name] })
end
