class Temporary
  def bad(text)
    # ruleid: ruby-insecure-temp-file
    File.write("/tmp/shop.txt", text)
    # ruleid: ruby-insecure-temp-file
    File.open("/tmp/shop.log", "w") { |file| file.puts(text) }
    # ruleid: ruby-insecure-temp-file
    File.write(File.join(Dir.tmpdir, "shop.txt"), text)
    # ruleid: ruby-insecure-temp-file
    File.binwrite("/tmp/shop.bin", text)
  end

  def good(text)
    # ok: ruby-insecure-temp-file
    Tempfile.create("shop") { |file| file.write(text) }
    # ok: ruby-insecure-temp-file
    File.write("/srv/shop.txt", text)
    # ok: ruby-insecure-temp-file
    File.read("/tmp/shop.txt")
    # ok: ruby-insecure-temp-file
    File.open("/tmp/shop.log", "r") { |file| file.read }
  end
end
