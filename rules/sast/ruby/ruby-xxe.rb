class Documents
  def bad(text)
    # ruleid: ruby-xxe
    Nokogiri::XML(text) { |config| config.noent }
    # ruleid: ruby-xxe
    Nokogiri::XML(text) { |config| config.strict.noent }
    # ruleid: ruby-xxe
    Nokogiri::XML(text, nil, nil, Nokogiri::XML::ParseOptions::NOENT | Nokogiri::XML::ParseOptions::DTDLOAD)
    # ruleid: ruby-xxe
    LibXML::XML.default_substitute_entities = true
  end

  def good(text)
    # ok: ruby-xxe
    Nokogiri::XML(text)
    # ok: ruby-xxe
    Nokogiri::XML(text) { |config| config.strict.nonet }
    # ok: ruby-xxe
    LibXML::XML.default_substitute_entities = false
    # ok: ruby-xxe
    Nokogiri::XML(text, nil, "UTF-8")
  end
end
