class FilesController < ApplicationController
  ROOT = "/srv/files"

  def download
    # ruleid: ruby-path-traversal
    send_file "#{ROOT}/#{params[:name]}"
    # ruleid: ruby-path-traversal
    @text = File.read(Rails.root.join("docs", params[:page]))
    # ruleid: ruby-path-traversal
    File.open(File.join(ROOT, params[:file]), "wb") { |file| file.write(params[:body]) }
    path = ROOT + "/" + params[:folder]
    # ruleid: ruby-path-traversal
    @entries = Dir.entries(path)
    # ruleid: ruby-path-traversal
    FileUtils.rm_rf("#{ROOT}/#{cookies[:album]}")
    remove(params[:name])
  end

  def safe
    # ok: ruby-path-traversal
    send_file File.join(ROOT, File.basename(params[:name]))
    # ok: ruby-path-traversal
    @text = File.read("docs/#{params[:page].to_i}.md")
    # ok: ruby-path-traversal
    File.write("/srv/notes.txt", params[:text])
    # ok: ruby-path-traversal
    send_data Item.find(params[:id]).to_csv
    full = File.expand_path(params[:name], ROOT)
    raise ActionController::BadRequest unless full.start_with?("#{ROOT}/")

    # ok: ruby-path-traversal
    send_file full
    # ok: ruby-path-traversal
    send_file(full)
  end

  private

  def remove(name)
    # ruleid: ruby-path-traversal
    File.delete(File.join(ROOT, name))
  end
end
