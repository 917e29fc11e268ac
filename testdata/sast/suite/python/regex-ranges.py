ABC_KEY = 1
def f():
    # ruleid: python-regex-ranges
    x = "DEF_KEY"
    # GHI_KEY
