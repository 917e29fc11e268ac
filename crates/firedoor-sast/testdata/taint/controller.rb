class C
  def build(n)
    "select #{n}"
  end
  def fixed(n)
    "x"
  end
  def index
    n = params[:n]
    # ruleid: controller
    system(build(n))
    # ok: controller
    system(fixed(n))
    h = { a: n, b: 1 }
    # ruleid: controller
    system(h[:a])
    # ok: controller
    system(h[:b])
    n.split(",").each do |x|
      # ruleid: controller
      system(x)
    end
    @v = n
    go
    y = n if true
    # ruleid: controller
    User.where("a = #{y}")
    z = n || "a"
    # ruleid: controller
    system(z)
  end
  def go
    # ruleid: controller
    system(@v)
  end
end
