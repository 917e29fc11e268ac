class Unpacker
  def unpack(path, folder)
    Zip::File.open(path) do |zip|
      zip.each do |entry|
        # ruleid: ruby-zip-slip
        entry.extract(File.join(folder, entry.name))
        target = "#{folder}/#{entry.name}"
        # ruleid: ruby-zip-slip
        FileUtils.mkdir_p(File.dirname(target))
        # ruleid: ruby-zip-slip
        zip.extract(entry, target)
        # ok: ruby-zip-slip
        entry.extract(File.join(folder, File.basename(entry.name)))
        # ok: ruby-zip-slip
        entry.extract(File.join(folder, "fixed.txt"))
      end
    end
  end

  def untar(tar, folder)
    tar.each do |entry|
      # ruleid: ruby-zip-slip
      File.open(File.join(folder, entry.full_name), "wb") { |file| file.write(entry.read) }
    end
  end

  def checked(zip, folder)
    zip.each do |entry|
      target = File.expand_path(entry.name, folder)
      raise "path" unless target.start_with?(folder)

      # ok: ruby-zip-slip
      entry.extract(target)
    end
    users.each do |user|
      # ok: ruby-zip-slip
      File.write(File.join(folder, user.name), "")
    end
  end
end
