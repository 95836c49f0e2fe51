"""What a walker types: plain stories, answers, feelings, questions, commands, urgent things and nonsense."""

STORIES = (
    "My son is 6 and keeps pulling other children's trousers down",
    "she is 12 and sent a nude picture of herself",
    "Year 8 boy making sexual comments to girls",
    "my 4 year old likes being naked",
    "He is 15 and watches porn",
    "two children, 5 and 9, were touching each other's private parts",
    "a boy pushed my daughter into kissing him and told her to keep it secret",
    "they were playing doctors and nurses, both laughing",
    "my 14 year old thinks he might be gay",
    "she has older friends and new things that she cannot explain",
    "he touched his little sister",
    "caller says her grandson of 10 shows his private parts to other children",
)
ANSWERS = (
    "yes",
    "no",
    "not sure",
    "8",
    "13",
    "about seven",
    "nope",
    "I don't know",
    "Stoke",
    "Bristol",
    "the boy who did it",
)
FEELINGS = (
    "that can't be right",
    "I feel so ashamed",
    "you are no help at all",
    "please do not tell anyone",
    "thank you",
    "he is a good boy really",
)
QUESTIONS = (
    "what is MASH?",
    "will they take my child away?",
    "is it my fault?",
    "what does red mean?",
    "who do I ring?",
    "what is the capital of France?",
)
COMMANDS = ("go back", "help", "start again", "/restart", "stop")
RESTARTS = {"start again", "/restart"}
CORRECTIONS = (
    "no, he is 7",
    "actually it happened twice",
    "she was upset",
    "nobody was forced",
    "it was the other child",
)
URGENT = (
    "he is hurting her right now",
    "I want to die",
    "her stepfather did it",
    "i am 12 and it happened to me",
    "they are threatening to post her picture",
)
NONSENSE = ("asdf", "???", "banana", "\U0001f622", "Привет", "x" * 300, "he", "0", "lol lol lol")
EVERYTHING = (STORIES, ANSWERS, FEELINGS, QUESTIONS, COMMANDS, CORRECTIONS, URGENT, NONSENSE)
# After these the open question comes back by right: they are no try to answer it.
NO_ANSWERS = (*QUESTIONS, *COMMANDS, *URGENT)
# How often each of them, in the same order.
WEIGHTS = (6, 8, 2, 2, 2, 2, 1, 3)
