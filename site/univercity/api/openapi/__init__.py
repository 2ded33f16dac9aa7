"""What content looks like to a client: the types of all blocks, and the contract made of them."""
