class ProxyController < ApplicationController
  def fetch
    # ruleid: ruby-ssrf
    @text = Net::HTTP.get(URI(params[:url]))
    # ruleid: ruby-ssrf
    @feed = URI.open(params[:feed]).read
    # ruleid: ruby-ssrf
    response = Faraday.get("https://#{params[:host]}/status")
    # ruleid: ruby-ssrf
    HTTParty.post(params[:webhook], body: "x")
    load(params[:image])
  end

  def safe
    # ok: ruby-ssrf
    @text = Net::HTTP.get(URI("https://api.example.com/items/#{params[:id]}"))
    # ok: ruby-ssrf
    response = Faraday.get("https://api.example.com/items", id: params[:id])
    # ok: ruby-ssrf
    @feed = URI.open("https://www.example.com/feed")
    # ok: ruby-ssrf
    @item = Faraday.get("#{BASE_URL}/items/#{params[:id]}")
    address = URI.parse(params[:url])
    return head(:bad_request) unless ALLOWED_HOSTS.include?(address.host)

    # ok: ruby-ssrf
    @text = Net::HTTP.get(address)
  end

  private

  def load(address)
    # ruleid: ruby-ssrf
    RestClient.get(address)
  end
end
