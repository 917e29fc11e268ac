# ruleid: python-cases-one, python-cases-case
match rows:
    case 1:
        one()
    case 2:
        two()
# ruleid: python-cases-case
match both:
    case 3:
        three()
