class PeopleController < ApplicationController
  def find
    # ruleid: ruby-ldap-injection
    filter = Net::LDAP::Filter.construct("(uid=#{params[:user]})")
    # ruleid: ruby-ldap-injection
    @people = ldap.search(base: "dc=example,dc=com", filter: "(mail=" + params[:mail] + ")")
    # ruleid: ruby-ldap-injection
    @ok = ldap.bind_as(base: BASE, filter: "(uid=#{params[:user]})", password: params[:word])
    search(params[:name])
  end

  def safe
    # ok: ruby-ldap-injection
    filter = Net::LDAP::Filter.eq("uid", params[:user])
    # ok: ruby-ldap-injection
    @people = ldap.search(base: BASE, filter: "(uid=#{Net::LDAP::Filter.escape(params[:user])})")
    # ok: ruby-ldap-injection
    @people = ldap.search(base: BASE, filter: Net::LDAP::Filter.begins("uid", params[:user]))
    # ok: ruby-ldap-injection
    @people = ldap.search(base: BASE, filter: "(objectClass=person)")
    # ok: ruby-ldap-injection
    @items = Item.search(params[:q])
  end

  private

  def search(name)
    # ruleid: ruby-ldap-injection
    Net::LDAP::Filter.from_rfc4515("(cn=#{name})")
  end
end
