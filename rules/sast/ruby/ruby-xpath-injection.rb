class UsersController < ApplicationController
  def login
    # ruleid: ruby-xpath-injection
    @user = doc.xpath("//user[name='#{params[:name]}']")
    # ruleid: ruby-xpath-injection
    @user = doc.at_xpath("//user[@id='" + params[:id] + "']")
    # ruleid: ruby-xpath-injection
    @user = REXML::XPath.first(doc, "//user[@kind='%s']" % params[:kind])
    find(params[:login])
  end

  def safe
    # ok: ruby-xpath-injection
    @user = doc.xpath("//user[name=$name]", nil, name: params[:name])
    # ok: ruby-xpath-injection
    @user = doc.at_xpath("//user[@id='#{params[:id].to_i}']")
    # ok: ruby-xpath-injection
    @users = doc.xpath("//user")
    # ok: ruby-xpath-injection
    @users = doc.css("user").select { |node| node["name"] == params[:name] }
  end

  private

  def find(login)
    # ruleid: ruby-xpath-injection
    doc.at_xpath("/users/user[@login='#{login}']")
  end
end
