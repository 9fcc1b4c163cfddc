from channelfit.cli.main import main

main()
