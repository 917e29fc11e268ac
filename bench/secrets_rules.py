#!/usr/bin/env python3
"""Writes a gitleaks configuration of N rules in the shapes of public ones, to see what ten times the rules cost.

    bench/secrets_rules.py 8000 > many.toml && firedoor secrets --rules many.toml TREE

Four in ten rules know a token by its prefix, six ask for the name of a made-up service beside a random value. The same N
gives the same rules.
"""
import random, sys

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def main():
    draw = random.Random(7)
    seen = set()

    def name(low, high):
        while True:
            word = "".join(draw.choice(LETTERS) for _ in range(draw.randint(low, high)))
            if word not in seen:
                seen.add(word)
                return word

    print('title = "made-up rules"')
    for n in range(int(sys.argv[1])):
        if n % 5 < 2:
            prefix = name(3, 5) + draw.choice("_-")
            regex, keyword = rf"\b({prefix}[a-zA-Z0-9]{{{draw.choice([20, 32, 40])}}})(?:['\"\s;]|$)", prefix
        else:
            keyword = name(5, 10)
            near = r"(?:[\s\w.-]{0,20}?)(?:[\s'\"]{0,3})(?:=|>|:{1,3}=|\|\||:|=>|\?=|,)(?:['\"\s=]{0,5})"
            regex = rf"(?i)[\w.-]{{0,50}}?(?:{keyword}){near}([a-z0-9]{{{draw.choice([16, 32, 40])}}})(?:['\"\s;]|$)"
        print(f"\n[[rules]]\nid = \"made-up-{n}\"\ndescription = \"Made up\"\nregex = '''{regex}'''\nkeywords = [\"{keyword}\"]")


main()
