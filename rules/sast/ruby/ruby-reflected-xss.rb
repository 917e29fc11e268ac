class PagesController < ApplicationController
  def hello
    # ruleid: ruby-reflected-xss
    render(html: "<h1>Hello #{params[:name]}</h1>".html_safe)
    # ruleid: ruby-reflected-xss
    render html: "<h1>Hello #{params[:name]}</h1>", layout: false
    # ruleid: ruby-reflected-xss
    page = "<h1>Hello #{params[:name]}</h1>".html_safe
    # ruleid: ruby-reflected-xss
    render html: page
    # ruleid: ruby-reflected-xss
    @title = params[:title].html_safe
    # ruleid: ruby-reflected-xss
    @line = raw("<b>" + params[:line] + "</b>")
    html = +"<ul>"
    params[:words].each { |word| html << "<li>#{word}</li>" }
    # ruleid: ruby-reflected-xss
    @list = html.html_safe
    @cell = cell(params[:cell])
  end

  def safe
    # ok: ruby-reflected-xss
    render html: "<h1>Hello #{ERB::Util.html_escape(params[:name])}</h1>".html_safe
    # ok: ruby-reflected-xss
    @title = sanitize(params[:title]).html_safe
    # ok: ruby-reflected-xss
    @line = raw("<hr>")
    # ok: ruby-reflected-xss
    render plain: params[:text]
    # ok: ruby-reflected-xss
    @link = link_to(params[:name], items_path).html_safe
    # ok: ruby-reflected-xss
    @page = "page #{params[:page].to_i}".html_safe
  end

  private

  def cell(text)
    # ruleid: ruby-reflected-xss
    "<td>#{text}</td>".html_safe
  end
end
class OldController < ApplicationController
  def show
    # ruleid: ruby-reflected-xss
    render text: "<b>#{params[:name]}</b>"
    # ok: ruby-reflected-xss
    render plain: "<b>#{params[:name]}</b>"
  end
end
