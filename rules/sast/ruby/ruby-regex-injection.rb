class SearchController < ApplicationController
  def index
    # ruleid: ruby-regex-injection
    @regex = Regexp.new(params[:q])
    # ruleid: ruby-regex-injection
    @found = names.grep(Regexp.compile("^#{params[:prefix]}", Regexp::IGNORECASE))
    # todoruleid: ruby-regex-injection
    @lines = text.lines.select { |line| line =~ /#{params[:word]}/ }
    highlight(params[:word])
  end

  def safe
    # ok: ruby-regex-injection
    @regex = Regexp.new(Regexp.escape(params[:q]))
    # ok: ruby-regex-injection
    @regex = Regexp.new("^item-")
    # ok: ruby-regex-injection
    @found = names.select { |name| name.include?(params[:q]) }
    # ok: ruby-regex-injection
    @found = params[:q] =~ /\A[a-z]+\z/
  end

  private

  def highlight(word)
    # ruleid: ruby-regex-injection
    text.gsub(Regexp.new(word), "<b>\\0</b>")
  end
end
