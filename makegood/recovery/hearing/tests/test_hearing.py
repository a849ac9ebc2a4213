"""Complaints and anger are ranked before what is none, in each language."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from makegood.recovery.hearing import hear
from makegood.recovery.hearing.learning import EXAMPLES, learn, read
from makegood.recovery.hearing.listening import QUESTIONS, WEIGHTS
from makegood.recovery.hearing.signs import BUCKETS, NAMED, signs
from makegood.recovery.hearing.tests.scoring import APART, auc

LANGUAGES = ("en", "lt", "ru", "nl", "ja")
FOLDS = 3


def ranked(examples, scores, question):
    return auc(scores, [getattr(example, question) for example in examples])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("question", QUESTIONS)
def test_texts_kept_apart_are_ranked(language, question):
    examples = [example for example in read(APART) if example.language == language]
    assert ranked(examples, [getattr(hear(example.text), question) for example in examples], question) >= 0.9


def test_examples_left_out_of_learning_are_ranked():
    examples = read(EXAMPLES)
    scores = {question: np.zeros(len(examples)) for question in QUESTIONS}
    # The same story stands at the same place in each language's file: it is left out of all of them at once.
    folds = np.concatenate([np.arange(sum(e.language == lang for e in examples)) % FOLDS for lang in sorted(LANGUAGES)])
    for fold in range(FOLDS):
        learnt = learn([example for example, its in zip(examples, folds, strict=True) if its != fold])
        for number in np.flatnonzero(folds == fold):
            for question, (weights, bias) in learnt.items():
                found = signs(examples[number].text, examples[number].language)
                scores[question][number] = bias + sum(value * weights[index] for index, value in found.items())
    for language in LANGUAGES:
        of_it = [number for number, example in enumerate(examples) if example.language == language]
        for question in QUESTIONS:
            assert ranked([examples[n] for n in of_it], scores[question][of_it], question) >= 0.9, (language, question)


def test_the_weights_are_what_the_examples_teach(tmp_path):
    examples = read(EXAMPLES)
    learnt = learn(examples)
    for example in examples[::40]:
        heard = hear(example.text, example.language)
        for question, (weights, bias) in learnt.items():
            found = signs(example.text, example.language)
            odds = bias + sum(value * weights[index] for index, value in found.items())
            assert getattr(heard, question) == pytest.approx(1 / (1 + np.exp(-odds)), abs=0.05), (
                f"{WEIGHTS.name} is out of date: run python -m makegood.recovery.hearing.learning"
            )


@pytest.mark.parametrize(
    ("angry", "polite", "praise"),
    [
        ("This is ridiculous, give me my money back NOW!", "Unfortunately the lamp arrived broken, could you help?", "Thank you!"),
        ("Tai siaubas, tuoj pat grąžinkit pinigus!", "Deja, lempa atkeliavo sudužusi, gal galėtumėte padėti?", "Labai ačiū!"),
        ("Безобразие, немедленно верните деньги!", "К сожалению, лампа пришла разбитой, помогите, пожалуйста.", "Большое спасибо!"),
        ("Belachelijk, geef me NU mijn geld terug!", "Helaas kwam de lamp kapot aan, kunt u helpen?", "Heel erg bedankt!"),
        ("ふざけるな、今すぐ金を返せ!", "恐れ入りますが、照明が割れて届きました。ご対応をお願いいたします。", "ありがとうございます。"),
    ],
)  # fmt: skip
def test_a_polite_complaint_is_one_without_anger(angry, polite, praise):
    loud, calm, glad = hear(angry), hear(polite), hear(praise)
    assert loud.angry > 0.5 > calm.angry
    assert min(loud.complaint, calm.complaint) > 0.5 > glad.complaint


def test_signs_lie_within_the_weights():
    assert max(signs("Where is my order?", "en")) < len(NAMED) + BUCKETS


@given(st.text(max_size=300))
def test_any_text_is_answered(text):
    heard = hear(text)
    assert 0 <= heard.complaint <= 1
    assert 0 <= heard.angry <= 1
