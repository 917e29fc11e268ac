class Files
  def bad(path)
    # ruleid: ruby-world-writable-permissions
    File.chmod(0777, path)
    # ruleid: ruby-world-writable-permissions
    FileUtils.chmod(0o666, path)
    # ruleid: ruby-world-writable-permissions
    FileUtils.chmod_R("a+rw", path)
    # ruleid: ruby-world-writable-permissions
    File.umask(0)
  end

  def good(path, mode)
    # ok: ruby-world-writable-permissions
    File.chmod(0644, path)
    # ok: ruby-world-writable-permissions
    FileUtils.chmod(0o755, path)
    # ok: ruby-world-writable-permissions
    File.chmod(mode, path)
    # ok: ruby-world-writable-permissions
    File.umask(0077)
  end
end
