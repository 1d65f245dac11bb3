"""The words of the invented studio: things, shapes, glazes, and a long vocabulary for descriptions."""

from __future__ import annotations

from typing import NamedTuple


class Noun(NamedTuple):
    """A thing the studio makes: usual price in hundredths, weight in grams."""

    en: str
    ru: str
    code: str
    group: str
    price: int
    grams: int


class Form(NamedTuple):
    """How it is shaped or made."""

    en: str
    ru: str


class Glaze(NamedTuple):
    """What it is covered with."""

    en: str
    ru: str
    code: str


NOUNS = (
    Noun("mug", "Кружка", "MUG", "Mugs", 2400, 340),
    Noun("espresso cup", "Чашка для эспрессо", "ESP", "Mugs", 1800, 160),
    Noun("tea bowl", "Чайная чаша", "TBW", "Mugs", 2600, 240),
    Noun("tumbler", "Стакан", "TMB", "Mugs", 2200, 280),
    Noun("ramen bowl", "Миска для рамена", "BWL", "Bowls", 3800, 720),
    Noun("cereal bowl", "Миска для хлопьев", "CRL", "Bowls", 2900, 520),
    Noun("mixing bowl", "Миска для теста", "MIX", "Bowls", 5400, 1400),
    Noun("salad bowl", "Салатник", "SAL", "Bowls", 6200, 1600),
    Noun("dinner plate", "Обеденная тарелка", "PLT", "Plates", 3100, 780),
    Noun("side plate", "Пирожковая тарелка", "SDP", "Plates", 2100, 420),
    Noun("serving platter", "Блюдо", "SRV", "Plates", 8800, 1900),
    Noun("cake stand", "Подставка для торта", "CKS", "Plates", 7400, 1700),
    Noun("bud vase", "Ваза для одного цветка", "VAS", "Vases", 2900, 380),
    Noun("floor vase", "Напольная ваза", "FVS", "Vases", 14_500, 5200),
    Noun("pitcher", "Кувшин", "PIT", "Pitchers", 5200, 1100),
    Noun("creamer", "Молочник", "CRM", "Pitchers", 2300, 220),
    Noun("teapot", "Чайник", "TEA", "Teapots", 12_000, 980),
    Noun("butter dish", "Маслёнка", "BTR", "Tableware", 4400, 640),
    Noun("oil cruet", "Бутыль для масла", "OIL", "Tableware", 4100, 520),
    Noun("sugar bowl", "Сахарница", "SUG", "Tableware", 3300, 360),
    Noun("salt cellar", "Солонка", "SLT", "Tableware", 1900, 180),
    Noun("sake set", "Набор для саке", "SAK", "Tableware", 6800, 560),
    Noun("planter", "Кашпо", "PLN", "Planters", 5200, 2100),
    Noun("hanging planter", "Подвесное кашпо", "HPL", "Planters", 4600, 1200),
    Noun("candle holder", "Подсвечник", "CND", "Home", 2700, 410),
    Noun("incense burner", "Курильница", "INC", "Home", 3400, 330),
    Noun("soap dish", "Мыльница", "SOP", "Home", 1600, 260),
    Noun("table lamp", "Настольная лампа", "LMP", "Home", 16_900, 3100),
    Noun("casserole", "Форма для запекания", "CAS", "Bakeware", 9600, 2600),
    Noun("pie dish", "Форма для пирога", "PIE", "Bakeware", 5900, 1300),
    Noun("utensil crock", "Горшок для утвари", "CRK", "Kitchen", 4800, 1250),
    Noun("spoon rest", "Подставка под ложку", "SPR", "Kitchen", 1500, 210),
    Noun("garlic keeper", "Чесночница", "GRL", "Kitchen", 3600, 590),
    Noun("mortar", "Ступка", "MRT", "Kitchen", 5700, 1800),
)

FORMS = (
    Form("Ribbed", "в рубчик"),
    Form("Tall", "высокой формы"),
    Form("Wide", "широкой формы"),
    Form("Faceted", "с гранями"),
    Form("Speckled", "в крапинку"),
    Form("Footed", "на ножке"),
    Form("Carved", "с резьбой"),
    Form("Striped", "в полоску"),
    Form("Fluted", "с желобками"),
    Form("Round", "круглой формы"),
    Form("Squat", "низкой формы"),
    Form("Thrown", "ручной работы"),
    Form("Stamped", "со штампом"),
    Form("Painted", "с росписью"),
    Form("Crackled", "с кракелюром"),
    Form("Dotted", "в горошек"),
    Form("Two-tone", "в два цвета"),
    Form("Raw-rim", "с голым краем"),
    Form("Pinched", "лепной работы"),
    Form("Smooth", "гладкой формы"),
)

GLAZES = (
    Glaze("indigo", "индиго", "IND"),
    Glaze("celadon", "селадон", "CEL"),
    Glaze("tenmoku", "тенмоку", "TEN"),
    Glaze("matte white", "белый мат", "MWH"),
    Glaze("oatmeal", "овсянка", "OAT"),
    Glaze("shino", "сино", "SHI"),
    Glaze("rutile blue", "рутиловая синь", "RUT"),
    Glaze("copper red", "медная красная", "CPR"),
    Glaze("iron saffron", "железный шафран", "IRN"),
    Glaze("moss", "мох", "MOS"),
    Glaze("graphite", "графит", "GRA"),
    Glaze("bone", "кость", "BON"),
    Glaze("sea glass", "морское стекло", "SEA"),
    Glaze("ash", "зола", "ASH"),
    Glaze("ochre", "охра", "OCH"),
    Glaze("plum", "слива", "PLM"),
    Glaze("chun blue", "чунь", "CHN"),
    Glaze("snow", "снег", "SNW"),
    Glaze("terracotta", "терракота", "TER"),
    Glaze("night sky", "ночное небо", "NGT"),
    Glaze("honey", "мёд", "HNY"),
    Glaze("smoke", "дым", "SMK"),
    Glaze("lichen", "лишайник", "LCH"),
    Glaze("rust", "ржавчина", "RST"),
    Glaze("pear", "груша", "PEA"),
    Glaze("storm grey", "грозовой серый", "STM"),
)

VENDORS = (
    "Kiln & Clay",
    "North Shore Pottery",
    "Studio Maren",
    "Old Mill Ceramics",
    "Halden Stoneware",
    "Two Rivers Clay",
    "Lumi Porcelain",
    "Ember Works",
    "Quiet Wheel",
    "Saltbox Studio",
    "Wren & Co",
    "Terra Nuova",
)
TAGS = (
    "stoneware",
    "porcelain",
    "earthenware",
    "handmade",
    "dishwasher safe",
    "microwave safe",
    "oven safe",
    "gift",
    "new",
    "bestseller",
    "limited",
    "kitchen",
    "table",
    "home",
    "garden",
    "seconds",
    "wood fired",
    "small batch",
)
SIZES = ("Small", "Medium", "Large")
FINISHES = ("Glossy", "Matte")

SENTENCES = (
    "Thrown on a kick wheel in our studio and fired for twelve hours.",
    "The glaze breaks to a warmer tone along every edge.",
    "No two pieces come out of the kiln quite alike.",
    "Heavy enough to keep its heat, light enough to lift with one hand.",
    "The unglazed foot is sanded smooth and will not scratch a wooden table.",
    "Safe in the dishwasher and the microwave; please avoid sudden changes of temperature.",
    "Iron in the clay body shows through as fine dark speckles.",
    "A generous rim makes it as good for serving as for everyday meals.",
    "Stacks neatly with the other sizes of the same series.",
    "Made from stoneware clay dug less than an hour from the studio.",
    "The colour pools in the throwing lines and stays paler on the ridges.",
    "Signed and numbered underneath by the potter who made it.",
    "Comes in a recycled paper box, packed in wood wool.",
    "We make about forty of these a month, in small batches.",
    "The handle is pulled, not cast, and fits three fingers comfortably.",
    "A quiet shape that leaves the stage to whatever you put in it.",
    "Fired in reduction, so the surface is slightly different on each side.",
    "Looks its best with a single branch or a handful of wild flowers.",
    "Oven safe up to two hundred and twenty degrees.",
    "The inside is glazed twice, so coffee and tea leave no stain.",
    "Slight variations of height and tone are part of the charm.",
    "Trimmed thin at the lip for a pleasant drink.",
    "A favourite of the restaurants we work with.",
    "Every piece rests a week before it leaves us.",
    "The pattern is carved by hand while the clay is leather-hard.",
    "Wax-resist bands keep a line of bare clay around the middle.",
    "It pours without a drip; we test each one before it is packed.",
    "Wash by hand if you can, and it will outlive all of us.",
)

# Most frequent first: the place in this list is the word's rank.
_COMMON = """
the a and of in with for is by hand on from to each it clay glaze stoneware made thrown fired our piece kiln
wheel that soft warm surface rim foot small batch studio its colour every safe table every-day holds
dishwasher microwave slight one no two are alike because flame moves through ash settles where edge breaks
tone deep blue white brown green cream speckle iron body shows at lip heavy enough to keep heat light lift
comfortable handle fits four fingers base unglazed sanded smooth so never scratches wood glass marble shelf
drawer gift box recycled paper kraft wrapped straw coffee tea soup rice noodles bread butter olive oil salt
honey flowers branches herbs morning evening winter summer supper breakfast guests family friends kitchen
garden window bench carved brushed dipped poured trailed stamped pinched coiled slab rolled trimmed
burnished polished waxed slip engobe cobalt copper rutile tin feldspar silica kaolin ball-clay grog sand
temperature cone twelve hundred degrees hours slow cooling reduction oxidation salt-fired soda wood-fired
electric gas raku saggar bisque greenware leather-hard shrinks twelve percent maker marked underneath
initials year number series limited seconds perfect imperfect variation expected character drip pool crawl
crackle crater matt satin gloss translucent opaque layered quiet bold plain simple generous narrow wide
shallow deep round oval square tall low stacking nesting stackable lidded spouted pouring strainer gallery
knob lug loop thumb-rest spiral ridge flute facet groove band line dot leaf fern wave bird fish moon sun
star mountain river stone pebble sea shore dune forest moss lichen bark cloud rain snow smoke ember night
dawn dusk harvest orchard pear plum fig quince walnut chestnut barley oat rye linen wool cotton leather cork
oak ash-wood walnut-wood brass repair glue gold lasts decades generation care instructions wash warm water
sponge avoid sudden change oven cold weight grams litre millilitres centimetres across height capacity pair
"""

_ONSETS = ("b", "br", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "st", "t", "tr", "v", "w", "z")
_VOWELS = ("a", "e", "i", "o", "u", "ai", "ei", "ou")
_ENDS = ("n", "r", "l", "sk", "nd", "va", "ne", "ra", "lo", "m", "th", "ri")


def vocabulary() -> list[str]:
    """About 7,000 distinct words, most frequent first; the tail are invented names of places and clays."""
    tail = [
        f"{first}{vowel}{second}{end}"
        for end in _ENDS
        for vowel in _VOWELS[:5]
        for first in _ONSETS
        for second in ("la", "ro", "mi", "te", "su", "do")
    ]
    return list(dict.fromkeys([*_COMMON.split(), *tail]))
