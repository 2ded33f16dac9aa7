"""What Django's formats of a language lack: the dates that the admin's widgets write.

They write all dates alike (``WAGTAIL_DATE_FORMAT``), and each account reads them in its language.
German has these formats already.
"""
