# SPDX-License-Identifier: GPL-3.0-or-later
"""Character error rate of a read page against its truth.

Both sides are brought to NFC, dashes and quotation marks to their plain forms, white space to single blanks, and rows
of dots that a form prints where nothing is written are taken out. Where several reading orders are right the best one
counts; words of stamps laid over the page may be present or absent."""
import json
import os
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field

LEADER = re.compile(r'(?:[.…_·•‥⋯∙․]\s?){3,}')
PLAIN = str.maketrans({'–': '-', '—': '-', '−': '-', '“': '"', '”': '"', '’': "'", '‘': "'",
                       '\u00ad': None, '\u200b': None, '\ufeff': None})


def normalized(text):
    text = unicodedata.normalize('NFC', text or '').translate(PLAIN)
    return re.sub(r'\s+', ' ', LEADER.sub(' ', text)).strip()


def distance(a, b):
    """Edit distance, bit-parallel: one long integer holds a column of the table (Hyyrö, 2003)."""
    if not a or not b:
        return len(a) + len(b)
    where = {}
    for i, character in enumerate(a):
        where[character] = where.get(character, 0) | 1 << i
    mask = (1 << len(a)) - 1
    last = 1 << (len(a) - 1)
    plus, minus, score = mask, 0, len(a)
    for character in b:
        equal = where.get(character, 0)
        diagonal = (((equal & plus) + plus) ^ plus) | equal | minus
        horizontal_plus = minus | ~(diagonal | plus) & mask
        horizontal_minus = plus & diagonal
        score += 1 if horizontal_plus & last else -1 if horizontal_minus & last else 0
        shifted_plus = (horizontal_plus << 1 | 1) & mask
        shifted_minus = (horizontal_minus << 1) & mask
        plus = shifted_minus | ~(diagonal | shifted_plus) & mask
        minus = shifted_plus & diagonal
    return score


def without_overlay(text, truth, overlay):
    """Takes words of stamps out of `text` where `truth` does not account for them."""
    if not overlay:
        return text
    needed, had = Counter(truth.split()), Counter(text.split())
    stamped = Counter(word for line in overlay for word in normalized(line).split())
    surplus = {word: min(had[word] - needed[word], count) for word, count in stamped.items()}
    kept = []
    for word in reversed(text.split()):
        if surplus.get(word, 0) > 0:
            surplus[word] -= 1
        else:
            kept.append(word)
    return ' '.join(reversed(kept))


@dataclass
class Truth:
    """What stands on one page."""
    orders: list  # the page's text, in each reading order that is right
    overlay: list
    kind: str
    damage: list = field(default_factory=list)
    blank: bool = False


def truths(folder):
    """Truth of the images of a folder by file name, from its dossier.json; nothing without one."""
    path = os.path.join(folder, 'dossier.json')
    if not os.path.exists(path):
        return {}
    with open(path, encoding='utf-8') as file:
        pages = json.load(file)['pages']
    return {page['file']: Truth([page.get('text', '')] + page.get('text_alt', []), page.get('overlay_text', []),
                                page.get('doc_type') or 'unknown', page.get('degradations', []),
                                page.get('is_blank', False))
            for page in pages}


def errors(truth, text):
    """(wrong, missing and surplus characters; characters of the truth) in the best reading order."""
    read = normalized(text)
    counted = []
    for order in truth.orders:
        wanted = normalized(order)
        counted.append((distance(wanted, without_overlay(read, wanted, truth.overlay)), len(wanted)))
    return min(counted)
