import xml.sax
import xml.sax.handler
from xml.sax.handler import feature_external_ges

from defusedxml import ElementTree
from lxml import etree


def parse(data):
    # ruleid: python-xxe
    parser = etree.XMLParser(resolve_entities=True)
    first = etree.fromstring(data, parser)
    # ruleid: python-xxe
    second = etree.fromstring(data, etree.XMLParser(load_dtd=True, no_network=False))
    reader = xml.sax.make_parser()
    # ruleid: python-xxe
    reader.setFeature(xml.sax.handler.feature_external_ges, True)
    # ruleid: python-xxe
    reader.setFeature(feature_external_ges, True)
    return first, second, reader


def good(data):
    # ok: python-xxe
    first = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    # ok: python-xxe
    second = ElementTree.fromstring(data)
    reader = xml.sax.make_parser()
    # ok: python-xxe
    reader.setFeature(xml.sax.handler.feature_external_ges, False)
    # ok: python-xxe
    reader.setFeature(xml.sax.handler.feature_namespaces, True)
    return first, second, reader
