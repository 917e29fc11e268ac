# ruleid: ruby-depth
def a() if x then sql(1) end end
# ruleid: ruby-depth
def b() case x when 1 then sql(1) end end
# ruleid: ruby-depth
def c() begin; sql(1); rescue; end end
# ruleid: ruby-depth
def d() for i in x do sql(1) end end
# ruleid: ruby-depth
def e() while x do sql(1) end end
def f() y = if x then sql(1) else 2 end end
# ruleid: ruby-depth
def g() x.map { sql(1) } end
# ruleid: ruby-depth
def h() y = sql(1) end
# ruleid: ruby-depth
def i() return sql(1) end
# ruleid: ruby-depth
def j() foo(sql(1)) end
# ruleid: ruby-depth
def k() sql(1) if x end
# ruleid: ruby-depth
def l() sql(1) unless y end
# ruleid: ruby-depth
def m() x && sql(1) end
