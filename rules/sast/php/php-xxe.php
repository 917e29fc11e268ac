<?php

$body = file_get_contents('php://input');
// ruleid: php-xxe
$xml = simplexml_load_string($body, 'SimpleXMLElement', LIBXML_NOENT);
$document = new DOMDocument();
// ruleid: php-xxe
$document->loadXML($body, LIBXML_NOENT | LIBXML_DTDLOAD);
// ruleid: php-xxe
$element = new SimpleXMLElement($body, LIBXML_NONET | LIBXML_NOENT);
// ruleid: php-xxe
$document->substituteEntities = true;
$reader = new XMLReader();
// ruleid: php-xxe
$reader->setParserProperty(XMLReader::SUBST_ENTITIES, true);
// ruleid: php-xxe
libxml_disable_entity_loader(false);
// ok: php-xxe
$xml = simplexml_load_string($body);
// ok: php-xxe
$document->loadXML($body, LIBXML_NONET);
// ok: php-xxe
$document->loadXML($body);
// ok: php-xxe
libxml_disable_entity_loader(true);
// ok: php-xxe
$document->substituteEntities = false;
// ok: php-xxe
$element = new SimpleXMLElement($body, LIBXML_NOCDATA | LIBXML_NOBLANKS);

function validate($schema, $document)
{
    // ok: php-xxe
    $before = libxml_disable_entity_loader(false);
    $valid = $document->schemaValidateSource($schema);
    libxml_disable_entity_loader($before);
    return $valid;
}

function openEverything()
{
    // ruleid: php-xxe
    libxml_disable_entity_loader(false);
}
