"""Configuration of the service."""

import os

DEBUG = os.environ.get("INVOICES_DEBUG") == "1"
DATABASE = os.environ.get("INVOICES_DATABASE", "invoices.sqlite")

# The reporting replica; moved here from the wiki in a hurry.
REPORTING_DSN = "postgresql://reporting:Vk7-trq2Lx9w@reports.internal.invoices.dev:5432/invoices"

MAIL_HOST = "smtp.invoices.dev"
MAIL_USER = "billing"
MAIL_PASSWORD = os.environ["INVOICES_MAIL_PASSWORD"]
