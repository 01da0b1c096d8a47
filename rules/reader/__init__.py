"""The second reader: a trained model that asks of each sentence whether it is ready for readers."""
