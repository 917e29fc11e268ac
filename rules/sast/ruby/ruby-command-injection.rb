class ToolsController < ApplicationController
  def ping
    # ruleid: ruby-command-injection
    @out = `ping -c 3 #{params[:host]}`
    # ruleid: ruby-command-injection
    system("whois #{params[:domain]}")
    # ruleid: ruby-command-injection
    system "convert " + params[:file] + " out.png"
    command = "ls"
    command << " " << params[:dir]
    # ruleid: ruby-command-injection
    IO.popen(command) { |io| @out = io.read }
    # ruleid: ruby-command-injection
    stdout, status = Open3.capture2("grep %s access.log" % params[:pattern])
    # ruleid: ruby-command-injection
    @out = %x(dig #{cookies[:domain]})
    convert(params[:name])
  end

  def safe
    # ok: ruby-command-injection
    system("ping", "-c", "3", params[:host])
    # ok: ruby-command-injection
    system("ping -c 3 #{Shellwords.escape(params[:host])}")
    # ok: ruby-command-injection
    system("kill #{params[:pid].to_i}")
    # ok: ruby-command-injection
    IO.popen(["ping", params[:host]])
    # ok: ruby-command-injection
    Open3.capture2("uptime")
    format = params[:format]
    if %w[png jpg].include?(format)
      # ok: ruby-command-injection
      system("convert in.tiff out.#{format}")
    end
    # ok: ruby-command-injection
    @regex.exec(params[:text])
  end

  private

  def convert(name)
    # ruleid: ruby-command-injection
    Process.spawn("convert #{name}.tiff #{name}.png")
  end
end
class ShellsController < ApplicationController
  def run
    # ruleid: ruby-command-injection
    Open3.popen3("bash", "-c", params[:script])
    # ruleid: ruby-command-injection
    Open3.capture2e("/bin/sh", "-ec", "ls #{params[:folder]}")
    # ok: ruby-command-injection
    Open3.capture3("ls", "-c", params[:folder])
  end
end
