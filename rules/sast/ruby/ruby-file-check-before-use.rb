def once(path, text)
  unless File.exist?(path)
    # ruleid: ruby-file-check-before-use
    File.write(path, text)
  end
end

def remove(path)
  # ruleid: ruby-file-check-before-use
  File.delete(path) if File.exist?(path)
end

def nested(path)
  if File.file?(path) && path.end_with?(".tmp")
    begin
      # ruleid: ruby-file-check-before-use
      FileUtils.rm(path)
    rescue SystemCallError
      nil
    end
  end
end

def early(path, text)
  return if File.exist?(path)

  # ruleid: ruby-file-check-before-use
  File.open(path, "w") { |file| file.write(text) }
end

def link(path)
  unless File.symlink?(path)
    # ruleid: ruby-file-check-before-use
    File.chmod(0o600, path)
  end
end

def read(path)
  if File.exist?(path)
    # ok: ruby-file-check-before-use
    File.open(path, "r")
    # ok: ruby-file-check-before-use
    File.read(path)
  end
end

def other(path, target)
  # ok: ruby-file-check-before-use
  File.delete(target) if File.exist?(path)
end

def exclusive(path)
  # ok: ruby-file-check-before-use
  File.open(path, File::WRONLY | File::CREAT | File::EXCL) unless File.exist?(path)
end

def at_once(path)
  # ok: ruby-file-check-before-use
  File.delete(path)
rescue Errno::ENOENT
  nil
end
